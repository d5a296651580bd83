/** Regenerates `src/grpc/gen` from the protos. CI runs it and fails on a difference. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SERVICE_NAMES } from '../src/grpc/load.ts';
import { GENERATOR_FLAGS } from '../src/grpc/options.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const out = join(root, 'libs/contracts/src/grpc/gen');
rmSync(out, { recursive: true, force: true });
const bin = join(root, 'libs/contracts/node_modules/.bin/proto-loader-gen-types');
const files = SERVICE_NAMES.map((name) => `consult/${name}/v1/${name}.proto`);
execFileSync(bin, [...files, ...GENERATOR_FLAGS, `--outDir=${out}`, '-I', join(root, 'protos')], { stdio: 'inherit' });
for (const entry of readdirSync(out, { recursive: true, encoding: 'utf8' })) {
  if (!entry.endsWith('.ts')) continue;
  const path = join(out, entry);
  // The generator writes its input paths as absolute ones on some systems; the committed file must not differ by machine.
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(root, ''));
}
console.log(`generated ${out.slice(root.length)}`);
