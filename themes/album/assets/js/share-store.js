// Files that go with a text, kept in this browser (IndexedDB) until somebody clears the form; nothing is sent. A browser
// may refuse: what is promised to people follows from the answers.
//
//   const store = AlbumShare.store("practice …")
//   await store.put([{name, bytes}])      whether they are kept now; replaces what was kept under the key before
//   await store.get()                     a Map of bytes by name; nothing where the browser keeps no files
"use strict";
AlbumShare.store = key => {
  const NAME = "album-share", STORE = "files";
  const answer = request => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
    request.onblocked = () => fail(new Error(NAME));
  });
  async function open() {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    return answer(request);
  }
  async function within(mode, act) {
    const base = await open();
    try {
      const change = base.transaction(STORE, mode), isDone = new Promise((done, fail) => {
        change.oncomplete = done;
        change.onabort = () => fail(change.error);
      });
      const result = await act(change.objectStore(STORE));
      await isDone;
      return result;
    } finally {
      base.close();
    }
  }
  const range = () => IDBKeyRange.bound([key], [key, []]);
  // One change after the other: what was asked last is what stays.
  let last = Promise.resolve();
  const after = act => (last = last.then(act, act));
  return {
    put: files => after(async () => {
      try {
        await within("readwrite", async store => {
          store.delete(range());
          for (const {name, bytes} of files) store.put(bytes, [key, name]);
        });
        return true;
      } catch {
        return false;
      }
    }),
    get: () => after(async () => {
      try {
        return await within("readonly", async store => {
          const [keys, values] = await Promise.all([answer(store.getAllKeys(range())), answer(store.getAll(range()))]);
          return new Map(keys.map(([, name], n) => [name, values[n]]).filter(([, bytes]) => bytes instanceof Uint8Array));
        });
      } catch {
        return null;
      }
    }),
  };
};
