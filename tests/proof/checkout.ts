import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, lstatSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

const LIST_MAX_BYTES = 16 * 1024 * 1024;
const PACKAGES = 'node_modules';

/**
 * A copy of the sources as they are now, changes that are not committed among them. The workspace's packages find each
 * other inside the copy; what was installed is shared.
 */
export function copyCheckout(root: string, target: string): void {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8', maxBuffer: LIST_MAX_BYTES })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)));
  for (const file of files) {
    const to = join(target, file);
    mkdirSync(dirname(to), { recursive: true });
    if (lstatSync(join(root, file)).isFile()) copyFileSync(join(root, file), to);
  }
  symlinkSync(join(root, PACKAGES), join(target, PACKAGES));
  const folders = files.filter((file) => file.endsWith('/package.json')).map((file) => dirname(file));
  for (const folder of folders)
    linkPackages({ from: join(root, folder, PACKAGES), to: join(target, folder, PACKAGES) });
}

/** Links are relative, so that a copied one of a workspace's package stays inside the copy. */
function linkPackages({ from, to }: { from: string; to: string }): void {
  if (!existsSync(from)) return;
  mkdirSync(to);
  for (const name of readdirSync(from))
    if (!name.startsWith('.')) cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
}
