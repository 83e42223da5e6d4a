/** The advanced services, which exist only where appsscript.json enables them. */

export function spreadsheetsService(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  if (typeof Sheets === 'undefined') throw new Error('appsscript.json does not enable the advanced service Sheets v4');
  return Sheets.Spreadsheets;
}

export function driveService(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  return drive().Files;
}

declare global {
  namespace GoogleAppsScript.Drive_v3.Drive.V3.Collection {
    interface FilesCollection {
      /**
       * Refused without `alt` ("Export requires alt=media …"); with it gives a blob. Neither the reference nor the
       * published types know it (issuetracker.google.com/issues/468534237).
       */
      export(fileId: string, mimeType: string, optionalArgs: { alt: 'media' }): GoogleAppsScript.Base.Blob;
    }
  }
}

/** A Google file in another format, at most 10 MB of it (Drive API v3, files.export). */
export function exported(id: string, mimeType: string): GoogleAppsScript.Base.Blob {
  return driveService().export(id, mimeType, { alt: 'media' });
}

export function commentsService(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.CommentsCollection {
  return drive().Comments;
}

export function documentsService(): GoogleAppsScript.Docs.Collection.DocumentsCollection {
  if (typeof Docs === 'undefined' || Docs.Documents === undefined)
    throw new Error('appsscript.json does not enable the advanced service Docs v1');
  return Docs.Documents;
}

function drive() {
  if (typeof Drive === 'undefined') throw new Error('appsscript.json does not enable the advanced service Drive v3');
  return Drive;
}
