//! The words of the interface. Each is a function of the language, so that a missing key, a missing
//! language or a missing argument does not compile, and a translator sees both languages side by side.

/// Declares words: `name: "中文" | "English";` or `name(n): "{n} 家" | "{n} organisations";`.
///
/// ```ignore
/// words! {
///     save: "保存" | "Save";
///     silent_for(weeks): "已沉默 {weeks} 周" | "silent for {weeks} weeks";
/// }
/// save(language); silent_for(language, 3);
/// ```
#[macro_export]
macro_rules! words {
    ($($name:ident $(($($argument:ident),+))?: $chinese:literal | $english:literal;)+) => {
        $($crate::words!(@one $name $(($($argument),+))?, $chinese, $english);)+
    };
    (@one $name:ident, $chinese:literal, $english:literal) => {
        #[allow(unreachable_pub, reason = "an area's words may stay inside of it")]
        pub fn $name(language: $crate::Language) -> &'static str {
            match language {
                $crate::Language::Chinese => $chinese,
                $crate::Language::English => $english,
            }
        }
    };
    (@one $name:ident ($($argument:ident),+), $chinese:literal, $english:literal) => {
        #[allow(unreachable_pub, reason = "an area's words may stay inside of it")]
        pub fn $name(language: $crate::Language, $($argument: impl std::fmt::Display),+) -> String {
            match language {
                $crate::Language::Chinese => format!($chinese),
                $crate::Language::English => format!($english),
            }
        }
    };
}
