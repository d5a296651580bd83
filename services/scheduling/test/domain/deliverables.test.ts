import { describe, expect, test } from '@jest/globals';
import type { Actor, Deliverable, State } from '../../src/domain/consultation.ts';
import { changeDeliverables, DELIVERABLES_MAX, type DeliverableChange } from '../../src/domain/deliverables.ts';
import { consultationIn } from './sample.ts';

const NOW = new Date('2025-01-20T11:30:00Z');
const FILE = 'https://files.example/plan.pdf';
const pending: Deliverable = { deliverableId: 'd-1', title: 'Plan', status: 'pending' };
const delivered: Deliverable = { ...pending, fileUrl: FILE, deliveredDate: NOW, status: 'delivered' };
const add = (facts: object = {}): DeliverableChange => ({
  kind: 'add',
  deliverableId: 'd-1',
  facts: { title: 'Plan', ...facts },
});

function change(
  deliverables: Deliverable[],
  wanted: DeliverableChange,
  actor: Actor = 'consultant',
  state: State = 'completed',
) {
  return changeDeliverables(consultationIn(state, { deliverables }), wanted, { actors: [actor], now: NOW });
}

describe('deliverables', () => {
  test('with a file it is delivered, without one it is still to come', () => {
    expect(change([], add({ fileUrl: FILE }))).toEqual({ deliverable: delivered, deliverables: [delivered] });
    const dueDate = new Date('2025-02-01T00:00:00Z');
    expect(change([], add({ dueDate }))).toMatchObject({ deliverable: { ...pending, dueDate } });
  });

  test('the same request again is the one there is', () => {
    expect(change([delivered], add({ fileUrl: FILE }))).toEqual({ deliverable: delivered, deliverables: undefined });
  });

  test('a file makes a pending one delivered, another file takes the acknowledgement back, a title does not', () => {
    const put = (facts: object): DeliverableChange => ({ kind: 'change', deliverableId: 'd-1', facts });
    expect(change([pending], put({ fileUrl: FILE }))).toMatchObject({ deliverable: delivered });
    const seen: Deliverable = { ...delivered, status: 'acknowledged', acknowledgedAt: NOW };
    expect(change([seen], put({ title: 'The plan', fileUrl: FILE }))).toMatchObject({
      deliverable: { ...seen, title: 'The plan' },
    });
    const other = change([seen], put({ fileUrl: `${FILE}?2` }));
    expect(other).toMatchObject({ deliverable: { status: 'delivered', fileUrl: `${FILE}?2` } });
    expect('deliverable' in other && other.deliverable.acknowledgedAt).toBeUndefined();
  });

  test('the client acknowledges what was delivered, and again is once', () => {
    const acknowledge: DeliverableChange = { kind: 'acknowledge', deliverableId: 'd-1' };
    const seen = { ...delivered, status: 'acknowledged', acknowledgedAt: NOW };
    expect(change([delivered], acknowledge, 'client')).toEqual({ deliverable: seen, deliverables: [seen] });
    expect(change([{ ...delivered, status: 'acknowledged' }], acknowledge, 'client')).toMatchObject({
      deliverables: undefined,
    });
    expect(change([pending], acknowledge, 'client')).toEqual({ refused: 'not_delivered' });
    expect(change([], acknowledge, 'client')).toEqual({ refused: 'not_found' });
    expect(change([delivered], acknowledge, 'consultant')).toEqual({ refused: 'forbidden' });
    expect(change([], add(), 'client')).toEqual({ refused: 'forbidden' });
  });

  test('at most fifty, and none where the session was given up', () => {
    const many = Array.from({ length: DELIVERABLES_MAX }, (_, at) => ({ ...pending, deliverableId: `x-${at}` }));
    expect(change(many, add())).toEqual({ refused: 'too_many_deliverables' });
    expect(change(many.slice(1), add())).toMatchObject({ deliverable: pending });
    for (const state of ['cancelled', 'no_show'] as const)
      expect(change([], add(), 'consultant', state)).toEqual({ refused: 'not_active' });
    for (const state of ['scheduled', 'confirmed', 'in_progress', 'completed'] as const)
      expect(change([], add(), 'admin', state)).toMatchObject({ deliverable: pending });
  });
});
