import { CATALOGUE, type ErrorCode, isErrorCode } from '@consult/contracts/errors';
import { describe, expect, test } from '@jest/globals';
import Type from 'typebox';
import { AppError, isAppError } from '../src/errors.ts';
import { derivedId, newId } from '../src/ids.ts';
import { toAppError } from '../src/outage.ts';
import { parse, parseJson } from '../src/parse.ts';
import { toProblem } from '../src/problem.ts';

const Booking = Type.Object(
  {
    slot: Type.Object({ start: Type.String(), minutes: Type.Integer({ minimum: 5 }) }),
    notes: Type.Optional(Type.String({ maxLength: 5 })),
  },
  { additionalProperties: false },
);

function refused(run: () => unknown): AppError {
  try {
    run();
  } catch (error) {
    if (isAppError(error)) return error;
  }
  throw new Error('not refused');
}

describe('parse', () => {
  test('answers the value it was given, unchanged', () => {
    const value = { slot: { start: 'now', minutes: 30 } };
    expect(parse(Booking, value)).toBe(value);
  });

  test('names every fault with its place and rule, in one refusal', () => {
    const { code, details } = refused(() =>
      parse(Booking, { slot: { minutes: '30' }, notes: 'too long', tenantId: '1' }),
    );
    expect(code).toBe('invalid_request');
    expect(details['errors']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ pointer: '/slot/start', code: 'missing' }),
        expect.objectContaining({ pointer: '/slot/minutes', code: 'type' }),
        expect.objectContaining({ pointer: '/notes', code: 'maxLength' }),
        expect.objectContaining({ pointer: '/tenantId', code: 'unknown_property' }),
      ]),
    );
    expect(details['errors']).toHaveLength(4);
  });

  test('coerces nothing: a number is not a string, null is not absent', () => {
    expect(() => parse(Booking, { slot: { start: 5, minutes: 30 } })).toThrow(AppError);
    expect(() => parse(Booking, { slot: { start: 'now', minutes: 30 }, notes: null })).toThrow(AppError);
  });

  test('refuses a text that is not JSON, and with the code it was asked to use', () => {
    expect(refused(() => parseJson(Booking, '{')).details['errors']).toEqual([
      expect.objectContaining({ code: 'malformed' }),
    ]);
    expect(refused(() => parse(Booking, {}, 'rule_refused')).code).toBe('rule_refused');
  });
});

describe('a problem document', () => {
  test('has the catalogue’s status and title, the details that help, and its place', () => {
    const error = new AppError('slot_taken', { nearestSlots: ['a'], detail: 'Taken by somebody' });
    expect(toProblem(error, { instance: '/v1/consultations', requestId: 'r', traceId: 't' })).toEqual({
      status: 409,
      body: {
        type: 'urn:consult:problem:slot_taken',
        title: CATALOGUE.slot_taken.title,
        status: 409,
        detail: 'Taken by somebody',
        instance: '/v1/consultations',
        code: 'slot_taken',
        requestId: 'r',
        traceId: 't',
        nearestSlots: ['a'],
      },
    });
  });

  test('cannot be made to lie by details of the same name', () => {
    const error = new AppError('not_found', { status: 200, code: 'ok', type: 'x', requestId: 'y' });
    const { body } = toProblem(error, { instance: '/', requestId: 'r' });
    expect(body).toMatchObject({
      status: 404,
      code: 'not_found',
      requestId: 'r',
      type: 'urn:consult:problem:not_found',
    });
  });

  test('exists for every code of the catalogue', () => {
    const codes = Object.keys(CATALOGUE).filter((code): code is ErrorCode => isErrorCode(code));
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes)
      expect(toProblem(new AppError(code), { instance: '/', requestId: 'r' }).body.status).toBe(CATALOGUE[code].http);
  });

  test('of an unknown error says nothing of it', () => {
    const error = toAppError(new TypeError('cannot read secret of undefined'));
    expect(JSON.stringify(toProblem(error, { instance: '/', requestId: 'r' }))).not.toContain('secret');
  });
});

describe('ids', () => {
  test('new ones differ and sort by time', () => {
    const ids = Array.from({ length: 100 }, newId);
    expect(new Set(ids).size).toBe(100);
    expect(ids.toSorted()).toEqual(ids);
  });

  test('derived ones are the same for the same parts, and for no others', () => {
    expect(derivedId('account', '100001', 'c')).toBe(derivedId('account', '100001', 'c'));
    expect(derivedId('ab', 'c')).not.toBe(derivedId('a', 'bc'));
    expect(derivedId('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
