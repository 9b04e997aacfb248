/** This program and its version, as certificates name the software that erased (Art. 15⑤). A test holds it to `package.json`. */
export const SOFTWARE = 'Azukari 0.1.0'
