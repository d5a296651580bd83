import { AppError } from '@consult/runtime/errors';
import { fetch } from 'undici';
import type { App, RouteContext } from './context.ts';

const KEYS_TIMEOUT_MS = 2_000;
const KEYS_CACHE_SECONDS = 300;

/** Public keys and issuer description, read from identity. */
export function wellKnownRoutes(app: App, { config }: RouteContext): void {
  for (const name of ['jwks.json', 'openid-configuration'] as const)
    app.get(
      `/.well-known/${name}`,
      { config: { public: true, tokens: 'ignored' }, schema: { tags: ['auth'] } },
      async (_request, reply) => {
        const url = new URL(name, config.IDENTITY_JWKS_URL);
        const answer = await fetch(url, { signal: AbortSignal.timeout(KEYS_TIMEOUT_MS) }).catch(() => {
          throw new AppError('dependency_unavailable', { service: 'identity' });
        });
        if (!answer.ok) throw new AppError('dependency_unavailable', { service: 'identity' });
        return reply
          .header('cache-control', `public, max-age=${KEYS_CACHE_SECONDS}`)
          .type('application/json')
          .send(await answer.text());
      },
    );
}
