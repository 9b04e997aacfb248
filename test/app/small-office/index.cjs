const { join } = require('node:path')

// The window as it is built, on a machine of so little memory that a password is stretched by the least there is: walks sign in some
// hundred times. How much it is stretched elsewhere, test/main/vault/cost.test.ts knows.
require('../../cli/small-machine.cjs')
// By a path that nobody follows to check its types: it is what was built.
require(join(__dirname, '../../../dist/main/index.cjs'))
