// Files that are chosen in a form: pictures are made smaller before they are sent, and what has not been sent is kept
// on the device, by account. Loaded by pages with such a field only; without it the form works as it is.

/** The longer side of what is sent, in pixels. */
const LONGEST = 2000;
const QUALITY = 0.82;
/** In bytes. A picture that is no larger in either way goes as it is: the server takes away what the camera wrote. */
const SMALL = 512 * 1024;
/** What the server takes. Of others, such as HEIC, it is sent what the browser could make of them. */
const TAKEN = ["image/jpeg", "image/png", "image/webp"];
/** What nobody came back for is thrown away after this many milliseconds (30 days). */
const FORGOTTEN_AFTER = 30 * 86_400_000;
const SENT = "hatchboard.sent.";
/** What goes by itself waits until nobody has done anything for so many milliseconds. */
const STILLNESS = 3000;
/** Where the server is not there, it is looked for again after twice as long, at last every so many milliseconds. */
const PATIENCE = 300_000;

/** Forms with pictures at work: how many fields, and the button of a submit that waits for them. */
const working = new Map();
/** The last choice of each field: what is made of an older one comes too late. */
const turns = new WeakMap();
/** Fields whose files are ready: their next `change` is for the others on the page. */
const ready = new WeakSet();
/** Forms that may go although the browser takes itself to be without a network: the server has just answered. */
const certain = new WeakSet();
/** When it is looked next whether the files of a field can go by themselves. */
const timers = new WeakMap();

const isOurs = (target) => target instanceof HTMLInputElement && target.matches("[type=file][data-reducing]");
const fields = (within) => [...within.querySelectorAll("[type=file][data-reducing]")];

function say(input, words) {
  const place = input.parentElement.querySelector("[data-said]");
  if (place) place.textContent = words;
}

function put(input, files) {
  const carrier = new DataTransfer();
  for (const file of files) carrier.items.add(file);
  input.files = carrier.files;
}

/** Tells the rest of the page that files were chosen. */
function announce(input) {
  ready.add(input);
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

// --- making pictures smaller

/** Upright, as the camera was held. */
async function decoded(file) {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    // Older browsers know the option by another name, and turn what they show by themselves.
    const address = URL.createObjectURL(file);
    try {
      const image = new Image();
      image.src = address;
      await image.decode();
      return image;
    } finally {
      URL.revokeObjectURL(address);
    }
  }
}

/** Some browsers put noise into what is read from a canvas, against being told apart: no picture may go through that. */
function isHonest() {
  const context = Object.assign(document.createElement("canvas"), { width: 8, height: 8 }).getContext("2d");
  if (!context) return false;
  context.fillStyle = "#336699";
  context.fillRect(0, 0, 8, 8);
  return context.getImageData(0, 0, 8, 8).data.every((value, at) => value === [0x33, 0x66, 0x99, 0xff][at % 4]);
}

function drawn(picture, scale) {
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  if (!context) return null;
  // What is transparent would become black.
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = "high";
  context.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
}

/** The picture made smaller; the file itself where that is not possible, or gains nothing. */
async function reduced(file) {
  if (!file.type.startsWith("image/") || !isHonest()) return file;
  const taken = TAKEN.includes(file.type);
  let picture;
  try {
    picture = await decoded(file);
    const scale = Math.min(1, LONGEST / Math.max(picture.width, picture.height));
    if (taken && scale === 1 && file.size <= SMALL) return file;
    const made = await drawn(picture, scale);
    if (made?.type !== "image/jpeg" || (taken && made.size >= file.size)) return file;
    return new File([made], `${file.name.replace(/\.[^.]*$/, "")}.jpg`, { type: made.type });
  } catch {
    return file;
  } finally {
    picture?.close?.();
  }
}

function size(bytes) {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function begin(form) {
  const work = working.get(form) ?? { fields: 0, held: null };
  work.fields += 1;
  working.set(form, work);
}

/** Gives the submit that has waited, once all are done. */
function end(form) {
  const work = working.get(form);
  work.fields -= 1;
  if (work.fields > 0) return null;
  working.delete(form);
  return work.held;
}

async function take(input) {
  const [turn, form, chosen] = [{}, input.form, [...input.files]];
  turns.set(input, turn);
  begin(form);
  // Until the files are kept, no page goes by itself.
  input.dataset.atWork = "";
  say(input, chosen.some((file) => file.type.startsWith("image/")) ? input.dataset.reducing : "");
  const files = [];
  // One after the other: a phone has little memory.
  for (const file of chosen) files.push(await reduced(file));
  const isLast = turns.get(input) === turn;
  if (isLast) {
    const changed = files.filter((file, at) => file !== chosen[at]);
    if (changed.length > 0) put(input, files);
    const sum = (of) => size(of.reduce((bytes, file) => bytes + file.size, 0));
    say(input, changed.length > 0 ? `${input.dataset.reduced} ${sum(chosen)} → ${sum(files)}` : "");
    const keeping = keep(input).then(() => {
      if (turns.get(input) === turn) delete input.dataset.atWork;
    });
    if (files.length > 0 && !navigator.onLine) {
      await keeping;
      say(input, input.dataset.unsent);
    }
  }
  const held = end(form);
  if (held) form.requestSubmit(held.button);
  else if (isLast) announce(input);
}

// --- keeping what has not been sent

const account = (key) => key.split(".")[0];

function opened() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("hatchboard", 1);
    request.onupgradeneeded = () => request.result.createObjectStore("files");
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function within(mode, act) {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction("files", mode);
      const request = act(transaction.objectStore("files"));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** A browser that keeps nothing (private windows) is borne with. */
async function keep(input) {
  const { kept } = input.dataset;
  if (!kept) return;
  sessionStorage.removeItem(SENT + kept);
  try {
    const read = async (file) => ({ name: file.name, type: file.type, contents: await file.arrayBuffer() });
    const files = await Promise.all([...input.files].map(read));
    const [at, away] = [Date.now(), !navigator.onLine];
    await within("readwrite", (store) => (files.length > 0 ? store.put({ at, away, files }, kept) : store.delete(kept)));
  } catch (error) {
    console.info("chosen files are not kept on this device", error);
  }
}

/** Whether the form went and the server answered it: it leads back here with what was done, or with what is wrong. */
function wasSent(key) {
  const sent = sessionStorage.getItem(SENT + key) !== null;
  sessionStorage.removeItem(SENT + key);
  const query = new URLSearchParams(location.search);
  const answered = query.has("done") || query.has("returned");
  const came = performance.getEntriesByType("navigation")[0]?.type === "navigate";
  const signedIn = document.referrer !== "" && new URL(document.referrer).pathname === "/sign-in";
  return sent && answered && came && !signedIn;
}

async function restore(input) {
  const { kept } = input.dataset;
  const found = await within("readonly", (store) => store.get(kept));
  if (!found) return;
  if (wasSent(kept)) {
    await within("readwrite", (store) => store.delete(kept));
  } else if (input.files.length === 0 && !working.has(input.form)) {
    put(input, found.files.map(({ name, type, contents }) => new File([contents], name, { type })));
    input.closest("details")?.setAttribute("open", "");
    const goes = found.away && input.dataset.going;
    say(input, goes ? `${input.dataset.restored}${input.dataset.going}` : input.dataset.restored);
    announce(input);
    if (goes) sendWhenStill(input);
  }
}

/** Throws away what has lain here for too long, and what another account has left: a phone is lent. */
function sweep(ours) {
  return within("readwrite", (store) => {
    const request = store.openCursor();
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return;
      const old = Date.now() - cursor.value.at > FORGOTTEN_AFTER;
      if (old || account(cursor.key) !== ours) cursor.delete();
      cursor.continue();
    };
    return request;
  });
}

/** Asks the server for a sign of life: what the browser takes itself to be is not sure. */
async function isThere() {
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(8000) })).ok;
  } catch {
    return false;
  }
}

// --- sending by itself

/** Something was typed on this page, which would be lost if the page went. */
let typed = false;

/** Whether words of a form are kept that have not been sent yet: they go first, and the next page sends the files. */
const wordsWait = () =>
  [...document.querySelectorAll(".saved[data-tone]")].some((said) => said.dataset.tone !== "good" && said.textContent.trim());

/** Sends a form that takes nothing but files: what was chosen without a network, as soon as the server is there. */
function sendWhenStill(input, pause = STILLNESS) {
  const { form } = input;
  if (!form || !input.dataset.going) return;
  const waits = () => typed || wordsWait() || input.files.length === 0 || working.has(form);
  const look = async () => {
    if (waits()) return;
    if (!(await isThere())) {
      sendWhenStill(input, Math.min(2 * pause, PATIENCE));
    } else if (!waits()) {
      if (!navigator.onLine) certain.add(form);
      form.requestSubmit();
    }
  };
  clearTimeout(timers.get(input));
  timers.set(input, setTimeout(look, pause));
}

// --- listening

document.addEventListener("input", (event) => {
  if (!isOurs(event.target)) typed = true;
});

// Before anybody else on the page hears of it.
document.addEventListener(
  "change",
  (event) => {
    if (!isOurs(event.target) || ready.delete(event.target)) return;
    event.stopImmediatePropagation();
    take(event.target);
  },
  true,
);

document.addEventListener(
  "submit",
  (event) => {
    const [form, button] = [event.target, event.submitter];
    const waiting = fields(form).filter((input) => input.files.length > 0);
    const work = working.get(form);
    // A form with a keeper of its own looks after this itself.
    const unsure = waiting.length > 0 && !navigator.onLine && !certain.delete(form) && !form.querySelector(".keeper");
    if (!work && !unsure) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (work) {
      work.held = { button };
      return;
    }
    // The browser would put an error page in the place of the form.
    isThere().then((there) => {
      if (there) {
        certain.add(form);
        form.requestSubmit(button);
      } else {
        for (const input of waiting) say(input, input.dataset.unsent);
      }
    });
  },
  true,
);

// After everybody else: the form goes now.
window.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  const waiting = fields(event.target).filter((input) => input.dataset.kept && input.files.length > 0);
  for (const input of waiting) sessionStorage.setItem(SENT + input.dataset.kept, "yes");
});

// Where files go as soon as they are chosen they go now.
window.addEventListener("online", () => {
  for (const input of fields(document)) {
    if (input.files.length === 0) continue;
    announce(input);
    sendWhenStill(input);
  }
});

/** Phones open the camera at once. */
function offerCamera(input) {
  const button = Object.assign(document.createElement("button"), { type: "button", className: "button camera" });
  button.textContent = input.dataset.camera;
  const camera = Object.assign(document.createElement("input"), { type: "file", accept: "image/*" });
  camera.setAttribute("capture", "environment");
  camera.addEventListener("change", () => {
    if (camera.files.length === 0) return;
    put(input, input.multiple ? [...input.files, ...camera.files] : [...camera.files]);
    camera.value = "";
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  button.addEventListener("click", () => camera.click());
  input.after(button);
}

function start() {
  const found = fields(document);
  for (const input of found) {
    const place = Object.assign(document.createElement("p"), { className: "field-hint" });
    place.setAttribute("role", "status");
    place.dataset.said = "";
    input.after(place);
    if (matchMedia("(pointer: coarse)").matches) offerCamera(input);
    // Chosen before this has come.
    if (input.files.length > 0) take(input);
  }
  const kept = found.filter((input) => input.dataset.kept);
  if (kept.length === 0 || !("indexedDB" in window)) return;
  sweep(account(kept[0].dataset.kept))
    .then(() => Promise.all(kept.map(restore)))
    .catch((error) => console.info("files of an earlier time could not be looked for", error));
}

start();
