import type { IncomingHttpHeaders } from 'node:http';
import type { SandboxDatabase } from '../../database.ts';
import { StripeError, unauthorized } from '../errors.ts';
import { PLATFORM_ACCOUNT } from '../events.ts';
import type { FormMap } from '../form.ts';

export interface Access {
  account: string;
  publishable: boolean;
}

const SECRET_KEY = /^(sk|rk)_test_\w+$/;
const PUBLISHABLE_KEY = /^pk_test_\w+$/;
const ACCOUNT = /^acct_\w{1,60}$/;

/**
 * Whose account a request works on, and with what kind of key. Any test key opens the sandbox.
 * What a browser sends beside its parameters (`key`, `_stripe_account`) is taken out of the form.
 */
export async function accessOf(
  database: SandboxDatabase,
  headers: IncomingHttpHeaders,
  form: FormMap,
): Promise<Access> {
  const key = bearer(headers.authorization) ?? taken(form, 'key');
  if (key === undefined)
    throw unauthorized('You did not provide an API key. Provide it in the Authorization header, using Bearer auth.');
  const publishable = PUBLISHABLE_KEY.test(key);
  if (!publishable && !SECRET_KEY.test(key))
    throw unauthorized(`Invalid API Key provided: ${key.slice(0, 8)}***. The sandbox takes test keys only.`);
  const named = headers['stripe-account'] ?? taken(form, '_stripe_account');
  if (named === undefined)
    return { account: publishable ? await accountOfSecret(database, form) : PLATFORM_ACCOUNT, publishable };
  if (typeof named === 'string' && ACCOUNT.test(named)) return { account: named, publishable };
  throw new StripeError(403, {
    type: 'invalid_request_error',
    code: 'account_invalid',
    message: `The provided key does not have access to account '${String(named)}' (or that account does not exist).`,
  });
}

/** What a publishable key may not do. */
export const secretKeyRequired = (): StripeError =>
  new StripeError(403, {
    type: 'invalid_request_error',
    code: 'secret_key_required',
    message: 'This API call cannot be made with a publishable API key. Please use a secret API key.',
  });

/** A client secret names one intent in the whole sandbox, so a browser need not know the account. */
async function accountOfSecret({ objects }: SandboxDatabase, form: FormMap): Promise<string> {
  const secret = form['client_secret'];
  if (typeof secret !== 'string') return PLATFORM_ACCOUNT;
  const [objectId = ''] = secret.split('_secret_');
  return (await objects.findOne({ objectId }))?.account ?? PLATFORM_ACCOUNT;
}

function bearer(header: string | undefined): string | undefined {
  const [scheme = '', value] = (header ?? '').split(' ');
  if (value === undefined) return undefined;
  return scheme.toLowerCase() === 'basic' ? Buffer.from(value, 'base64').toString().split(':')[0] : value;
}

function taken(form: FormMap, name: string): string | undefined {
  const value = form[name];
  delete form[name];
  return typeof value === 'string' ? value : undefined;
}
