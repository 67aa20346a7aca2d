// Keeps what somebody wrote until the server has answered. Entries carry the person they belong to
// and are sent only as that one. IndexedDB needs no secure context, so this works on a LAN address too.

/** @typedef {{id?: number, owner: string, url: string, body: string, key: string}} Entry */

const NAME = "openspace";
const STORE = "outbox";

/** @returns {Promise<IDBDatabase>} */
function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () =>
      request.result.createObjectStore(STORE, { keyPath: "id", autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @template T
 * @param {IDBTransactionMode} mode
 * @param {(store: IDBObjectStore) => IDBRequest<T>} work
 * @returns {Promise<T>}
 */
async function within(mode, work) {
  const store = (await open()).transaction(STORE, mode).objectStore(STORE);
  const request = work(store);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * @param {Entry} entry
 * @returns {Promise<IDBValidKey>} its id
 */
export function keep(entry) {
  return within("readwrite", (store) => store.add(entry));
}

/** @param {IDBValidKey} id */
export function drop(id) {
  return within("readwrite", (store) => store.delete(id));
}

/**
 * What this person has waiting, oldest first.
 * @param {string} owner
 * @returns {Promise<Required<Entry>[]>}
 */
export async function waiting(owner) {
  const all = await within("readonly", (store) => store.getAll());
  return all.filter((entry) => entry.owner === owner);
}

/** Forget everything on this phone. */
export function forget() {
  return within("readwrite", (store) => store.clear());
}
