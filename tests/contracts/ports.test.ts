import { freePort } from '@consult/local/ports';
import { expect, test } from '@jest/globals';

/** So many that of chance alone some would be the same. */
const PORTS = 600;

test('no port is given out twice, though nothing listens on it yet', async () => {
  const ports: number[] = [];
  for (let each = 0; each < PORTS; each += 1) ports.push(await freePort());
  expect(new Set(ports).size).toBe(PORTS);
});
