import { Command, CommanderError } from "commander";
import { composeCommand } from "./commands/compose.node.ts";
import { configCommand } from "./commands/config.node.ts";
import { dbCommand } from "./commands/db.node.ts";
import { lexiconCommand } from "./commands/lexicon.node.ts";
import { openingsCommand } from "./commands/openings.node.ts";
import { profileCommand } from "./commands/profile.node.ts";
import { recommendCommand } from "./commands/recommend.node.ts";
import { replayCommand } from "./commands/replay.node.ts";
import { seedCommand } from "./commands/seed.node.ts";
import { serveCommand } from "./commands/serve.node.ts";
import { tagCommand } from "./commands/tag.node.ts";
import { whyNotCommand } from "./commands/why-not.node.ts";
import { endWithReader } from "./console.node.ts";
import { reportFailure, WRONG_USE } from "./failure.node.ts";

const EXIT_CODES = `
Data goes to standard output, messages to standard error. KETEPAI_LANG=en for English.
Exit codes: 0 done (also when it asks back, recommends nobody
or no team is possible), 1 failure, 2 wrong flags,
3 invalid text, file or schema version, or a faulty lexicon, 4 unknown thing, 5 graph unreachable or folder in use.`;

/** Runs the command line and answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  endWithReader();
  // What is written holds personal data: it is for its owner alone.
  process.umask(0o077);
  const program = new Command("ketepai")
    .description(
      "科特派智配: matches science-and-technology commissioners to counties, and explains every choice",
    )
    .addHelpText("after", EXIT_CODES)
    .exitOverride();
  const commands = [
    serveCommand(),
    seedCommand(),
    tagCommand(),
    profileCommand(),
    lexiconCommand(),
    recommendCommand(),
    whyNotCommand(),
    openingsCommand(),
    replayCommand(),
    composeCommand(),
    dbCommand(),
    configCommand(),
  ];
  for (const command of commands) program.addCommand(inherit(command));
  try {
    await program.parseAsync([...argv]);
    return 0;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USE;
    return reportFailure(error);
  }
}

/** Commands made on their own throw instead of ending the process, like the program. */
function inherit(command: Command): Command {
  command.exitOverride();
  for (const child of command.commands) inherit(child);
  return command;
}
