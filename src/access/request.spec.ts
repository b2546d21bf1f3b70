import { expect, test } from '@jest/globals';
import { networkOf } from './request.js';

test.each([
  ['192.168.17.99', '192.168.17.0/24'],
  ['::ffff:192.168.17.99', '192.168.17.0/24'],
  ['2001:db8:17:2:3:4:5:6', '2001:db8:17::/48'],
  ['2001:db8:17::6', '2001:db8:17::/48'],
  ['2001:db8::6', '2001:db8:0::/48'],
  ['2001::3:4:5:6', '2001:0:0::/48'],
  ['::1', '0:0:0::/48'],
  ['fe80::1%eth0', 'fe80:0:0::/48'],
])('%s is in %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
