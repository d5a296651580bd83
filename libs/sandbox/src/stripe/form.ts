import { invalid } from './errors.ts';

/** A form field after its brackets are undone. Lists arrive as objects with numeric keys, or through `[]`. */
export type FormValue = string | FormMap;
/** Maps have no prototype: a field named `__proto__` is a field like any other. */
export type FormMap = { [name: string]: FormValue };

const DEPTH_MAX = 8;
const FIELDS_MAX = 1_000;

/** `a[b][0]=x&c[]=y` → `{ a: { b: { 0: 'x' } }, c: { 0: 'y' } }`. */
export function parseForm(encoded: string): FormMap {
  const root = emptyMap();
  const fields = [...new URLSearchParams(encoded)];
  if (fields.length > FIELDS_MAX) throw invalid('Too many parameters.');
  for (const [name, value] of fields) set(root, pathOf(name), value);
  return root;
}

/** An empty map that inherits nothing. */
export const emptyMap = (): FormMap => Object.create(null) as FormMap;

function pathOf(name: string): string[] {
  const open = name.indexOf('[');
  if (open === -1) return [name];
  const inner = [...name.slice(open).matchAll(/\[([^\]]*)\]/g)].map((match) => match[1] ?? '');
  if (inner.length >= DEPTH_MAX) throw invalid(`Invalid parameter name: ${name}`);
  return [name.slice(0, open), ...inner];
}

function set(root: FormMap, path: readonly string[], value: string): void {
  let at = root;
  for (const [index, segment] of path.entries()) {
    const key = segment === '' ? String(Object.keys(at).length) : segment;
    if (index === path.length - 1) {
      at[key] = value;
      return;
    }
    const next = at[key];
    if (typeof next === 'object') at = next;
    else at = at[key] = emptyMap();
  }
}
