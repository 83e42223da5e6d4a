/** The advanced services, which exist only where appsscript.json enables them. */

export function spreadsheetsService(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  if (typeof Sheets === 'undefined') throw new Error('appsscript.json does not enable the advanced service Sheets v4');
  return Sheets.Spreadsheets;
}

export function driveService(): GoogleAppsScript.Drive_v3.Drive.V3.Collection.FilesCollection {
  return drive().Files;
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
