/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  // a bound for what hangs, wide enough for a busy machine; times are measured in bench/, never here
  testTimeout: 30_000,
  setupFiles: ['<rootDir>/test/support/seed.cjs'],
  transform: {
    '^.+\\.[mc]?[jt]sx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
      },
    ],
  },
};
