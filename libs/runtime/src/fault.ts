/** Where crash tests let a process die: at the n-th pass of a named line. Outside the sandbox nothing is read. */
const [wantedName, wantedPass = '1'] =
  process.env['CONSULT_MODE'] === 'sandbox' ? (process.env['FAULT_POINT'] ?? '').split(':') : [];
let passes = 0;

/** Kills this process with SIGKILL when `FAULT_POINT` names this line (`name:2` = at its second pass); otherwise nothing. */
export function faultPoint(name: string): void {
  if (name !== wantedName) return;
  passes += 1;
  if (passes === Number(wantedPass)) process.kill(process.pid, 'SIGKILL');
}
