import { CANARY } from '../../support/city.js';
import type { Sent } from '../../support/client.js';
import type { Operation, Target } from './operation.js';
import { everybody } from './targets.js';

/* Test batteries and norms: everybody reads, administrators add. They come with the product, under fixed ids. */

const SENT = `${CANARY}-GESENDET`;
const KITA_MOT = 'ba770000-0000-4000-8000-000000000001';
const MOMO = '40a30000-0000-4000-8000-000000000001';
const LONG_JUMP = '7e570000-0000-4000-8000-000000000003';

const body = (content: object): Sent => ({ body: content });
const batteries = (): Target[] => [{ label: 'shipped', id: KITA_MOT }];
const normSets = (): Target[] => [{ label: 'shipped', id: MOMO }];
const one = (targets: () => Target[]): Pick<Operation, 'targets' | 'may'> => ({ targets, may: everybody });

const CSV = [
  'item,unit,direction,sex,age_years,L,M,S',
  'SWS,cm,higher,male,5,1,100,0.15',
  'SWS,cm,higher,male,6,1,110,0.15',
].join('\n');

const PROTOCOL = {
  ...{ itemCode: 'SWS', title: SENT, instructions: SENT, counting: SENT, unit: 'cm', better: 'higher' },
  ...{ rule: 'best', trials: 3, minValue: 5, maxValue: 260, step: 1, timer: 'none' },
};
const BATTERY = {
  ...{ code: 'KITA-MOT', title: SENT, description: SENT, kinds: ['kita'], source: SENT },
  items: [{ protocolId: LONG_JUMP, optional: true }],
};
const NORM_SET = { code: 'MOMO', title: SENT, source: SENT, population: SENT, licence: SENT, csv: CSV };

function added(action: string, content: object): Operation {
  return {
    ...{ roles: ['administrator'], status: 201, send: () => body(content) },
    writes: { action, objectType: action.split('.')[0]!, fields: Object.keys(content).sort() },
  };
}

export const NORMS: Record<string, Operation> = {
  TestBattery_list: { roles: 'anyone', status: 200 },
  TestBattery_get: { roles: 'anyone', status: 200, ...one(batteries) },
  TestBattery_create: added('test_battery.create', BATTERY),
  TestProtocol_list: { roles: 'anyone', status: 200 },
  TestProtocol_create: added('test_protocol.create', PROTOCOL),
  NormChoice_list: { roles: 'anyone', status: 200, ...one(batteries) },
  NormChoice_choose: {
    roles: ['administrator'],
    status: 200,
    ...one(batteries),
    send: () => body({ norms: [{ itemCode: 'SWS', normSetId: MOMO }] }),
    writes: { action: 'test_battery.choose_norms', objectType: 'test_battery', fields: ['norms'] },
  },
  NormSet_list: { roles: 'anyone', status: 200 },
  NormSet_get: { roles: 'anyone', status: 200, ...one(normSets) },
  NormSet_score: {
    roles: 'anyone',
    status: 200,
    ...one(normSets),
    query: () => ({ item: 'SWS', sex: 'male', age: '5.5', raw: '75' }),
  },
  NormSet_curve: {
    roles: 'anyone',
    status: 200,
    ...one(normSets),
    query: () => ({ item: 'SWS', sex: 'male' }),
  },
  NormSet_preview: { roles: ['administrator'], status: 200, send: () => body({ csv: CSV }) },
  NormSet_create: added('norm_set.create', NORM_SET),
  ScoreRun_list: { roles: ['administrator'], status: 200 },
};
