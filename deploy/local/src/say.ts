/** One step of a long run, in one line. */
export function step(line: string): void {
  console.log(`• ${line}`);
}

/** A part that could not be had: what was tried, and the exact fix. */
export class MissingPart extends Error {
  constructor(part: string, tried: readonly string[], fix: string) {
    super(`${part} is missing.\n${tried.map((line) => `  tried: ${line}`).join('\n')}\n  Fix: ${fix}`);
    this.name = 'MissingPart';
  }
}

/** The reason of a failure in one line. */
export function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}

/** Ends the process with what went wrong; a missing part needs no stack. */
export function die(error: unknown): never {
  const text =
    error instanceof MissingPart
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  console.error(`✗ ${text}`);
  process.exit(1);
}
