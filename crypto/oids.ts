/** The object identifiers that we write and read, with the document that defines each. */
export const OID = {
  rsaEncryption: '1.2.840.113549.1.1.1', // RFC 8017
  rsaesOaep: '1.2.840.113549.1.1.7', // RFC 8017
  mgf1: '1.2.840.113549.1.1.8', // RFC 8017
  sha256WithRsa: '1.2.840.113549.1.1.11', // RFC 8017
  sha256: '2.16.840.1.101.3.4.2.1', // FIPS 180-4
  hmacWithSha256: '1.2.840.113549.2.9', // RFC 8018
  pbkdf2: '1.2.840.113549.1.5.12', // RFC 8018
  pbes2: '1.2.840.113549.1.5.13', // RFC 8018
  aes256Cbc: '2.16.840.1.101.3.4.1.42', // RFC 8018
  aes256Gcm: '2.16.840.1.101.3.4.1.46', // RFC 5084
  data: '1.2.840.113549.1.7.1', // RFC 5652
  signedData: '1.2.840.113549.1.7.2', // RFC 5652
  authEnvelopedData: '1.2.840.113549.1.9.16.1.23', // RFC 5083
  contentType: '1.2.840.113549.1.9.3', // RFC 5652 §11.1
  messageDigest: '1.2.840.113549.1.9.4', // RFC 5652 §11.2
  signingTime: '1.2.840.113549.1.9.5', // RFC 5652 §11.3
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47', // RFC 5035
  commonName: '2.5.4.3', // X.520
  organizationalUnit: '2.5.4.11', // X.520
  basicConstraints: '2.5.29.19', // RFC 5280 §4.2.1.9
  keyUsage: '2.5.29.15', // RFC 5280 §4.2.1.3
  extendedKeyUsage: '2.5.29.37', // RFC 5280 §4.2.1.12
  subjectKeyId: '2.5.29.14', // RFC 5280 §4.2.1.2
  authorityKeyId: '2.5.29.35', // RFC 5280 §4.2.1.1
  documentSigning: '1.3.6.1.5.5.7.3.36', // RFC 9336
  emailProtection: '1.3.6.1.5.5.7.3.4', // RFC 5280
} as const
