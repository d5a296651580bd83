/** An address the tests were started with. Throws with the fix when it is missing. */
export function addressOf(name: 'MONGODB_URI' | 'AMQP_URL'): string {
  const value = process.env[name];
  if (value === undefined || value === '')
    throw new Error(`${name} is not set: run the tests with npm test, which starts what they need`);
  return value;
}
