//! QR codes of links.

use leptos::prelude::*;
use qrcode::{Color, QrCode};

/// A QR code, black on white in every theme, since phones read it from paper and screens alike.
#[component]
pub fn LinkCode(
    #[prop(into)] url: String,
    /// What it is, for those who cannot see it.
    #[prop(into)]
    label: String,
    /// Pixels on the screen.
    #[prop(default = 240)]
    size: u32,
) -> AnyView {
    let Ok(code) = QrCode::new(url.as_bytes()) else { return ().into_any() };
    // Four modules of silence around it, as ISO/IEC 18004 asks for.
    let (width, quiet) = (code.width(), 4);
    let dark = code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark);
    let squares: Vec<_> = dark.map(|(n, _)| format!("M{} {}h1v1h-1z", n % width + quiet, n / width + quiet)).collect();
    let side = width + 2 * quiet;
    view! {
        <svg
            viewBox=format!("0 0 {side} {side}")
            width=size
            height=size
            role="img"
            aria-label=label
            shape-rendering="crispEdges"
        >
            <rect width=side height=side fill="#fff" />
            <path d=squares.concat() fill="#000" />
        </svg>
    }
    .into_any()
}
