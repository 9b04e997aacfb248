// The window as it is built, on a machine of so little memory that a password is stretched by the least there is: walks sign in some
// hundred times. How much it is stretched elsewhere, test/main/vault/cost.test.ts knows.
require('../../cli/small-machine.cjs')
require('../../../dist/main/index.cjs')
