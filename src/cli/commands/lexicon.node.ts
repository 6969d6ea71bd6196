import { Command } from "commander";
import { lexiconCheckCommand } from "./lexicon-check.node.ts";
import { lexiconCorrectionsCommand } from "./lexicon-corrections.node.ts";
import { lexiconUnknownCommand } from "./lexicon-unknown.node.ts";

export const lexiconCommand = () =>
  new Command("lexicon")
    .description("what the words of the lexicon miss, get wrong, and were corrected on")
    .addCommand(lexiconUnknownCommand())
    .addCommand(lexiconCheckCommand())
    .addCommand(lexiconCorrectionsCommand());
