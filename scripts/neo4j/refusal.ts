interface Details {
  /** 1, the default: it could not be done; 2: the command line is wrong. */
  exitCode?: 1 | 2;
  cause?: unknown;
}

/** A failure that the person at the keyboard can do something about: told without a stack. */
export class Refusal extends Error {
  readonly exitCode: 1 | 2;

  constructor(message: string, { exitCode = 1, cause }: Details = {}) {
    super(message, { cause });
    this.exitCode = exitCode;
  }
}
