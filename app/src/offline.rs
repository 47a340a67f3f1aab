//! The page that stands in where there is no network is kept by the browser itself; here it is asked to.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Registers the script that shows it. A browser keeps nothing for a site without TLS: there all stays as it was.
pub(crate) fn keep() -> Result<(), JsValue> {
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
    let workers = Reflect::get(&navigator, &"serviceWorker".into())?;
    if workers.is_undefined() {
        return Ok(());
    }
    let register: Function = Reflect::get(&workers, &"register".into())?.dyn_into()?;
    let registered: Promise = register.call1(&workers, &"/service-worker.js".into())?.dyn_into()?;
    spawn_local(async {
        // A browser that does not want to is no worse off.
        let _ = JsFuture::from(registered).await;
    });
    Ok(())
}
