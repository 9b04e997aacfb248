// Loaded before the command line that is tested: on a machine of so little memory a password is stretched by the least there is.
require('node:os').totalmem = () => 2 ** 30
