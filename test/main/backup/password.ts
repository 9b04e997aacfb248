/** Of hanako, in the vaults that backups are made of: long enough for the desk. */
export const password = '夕焼けの見える窓口で待つ人'
