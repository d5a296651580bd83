import { connect, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** Sends one raw message over SMTP as any mail program does. Throws what the server refuses. */
export async function sendMail(
  port: number,
  mail: { from: string; to: readonly string[]; message: string },
): Promise<void> {
  const socket = connect({ host: '127.0.0.1', port });
  const lines = createInterface({ input: socket })[Symbol.asyncIterator]();
  try {
    await answered(lines);
    await say(socket, lines, 'EHLO test');
    await say(socket, lines, `MAIL FROM:<${mail.from}>`);
    for (const address of mail.to) await say(socket, lines, `RCPT TO:<${address}>`);
    await say(socket, lines, 'DATA');
    const escaped = mail.message.replaceAll(/\r?\n/g, '\r\n').replaceAll(/^\./gm, '..');
    await say(socket, lines, `${escaped}\r\n.`);
    await say(socket, lines, 'QUIT');
  } finally {
    socket.destroy();
  }
}

async function say(socket: Socket, lines: AsyncIterator<string>, command: string): Promise<void> {
  socket.write(`${command}\r\n`);
  await answered(lines);
}

/** Reads up to the last line of an answer, the one with a space after its code. */
async function answered(lines: AsyncIterator<string>): Promise<void> {
  for (;;) {
    const { value, done } = await lines.next();
    if (done === true) throw new Error('the server hung up');
    if (!/^\d{3}( |$)/.test(value)) continue;
    if (value >= '400') throw new Error(value);
    return;
  }
}
