/**
 * `npm run attack [-- <paths or other arguments of Jest>]`: the attacks of test/attack in their long form, one file after the
 * other, with their figures at the end. How long they take: docs/attacks.md.
 */
process.env.ATTACK = 'long';
// Behind what was chosen: Jest would take the paths that follow for names of further projects.
process.argv.push('--selectProjects', 'attack');
await import('./test.mjs');
