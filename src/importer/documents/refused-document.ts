import { fail } from '../../core/result'
import type { DocumentReader } from './document-reader'

/** The compound file of older Office documents, and of newer ones that are encrypted ([MS-CFB] 2.2). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** The name of the stream that holds an encrypted document ([MS-OFFCRYPTO] 1.3.3), in UTF-16. */
const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/** Kinds of files that are known and not read: told with what to do instead. */
export const refusedDocument: DocumentReader = {
  id: 'refused',
  name: 'document of an older Office',
  extensions: ['.doc', '.dot', '.wps'],
  isSure: bytes => compoundFile.every((byte, index) => bytes[index] === byte),
  read: ({ name, bytes }) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(encryptedPackage)
      ? fail(
          'encrypted-document',
          `${name} is protected by a password. Save it without one and try again.`,
          name
        )
      : fail(
          'old-document',
          `${name} is a document of an older Office. Save it as .docx and try again.`,
          name
        )
}
