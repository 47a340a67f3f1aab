use sea_orm::sea_query::LikeExpr;

/// The pattern of a text with this part in it; what stands for other characters in patterns stands for itself.
pub(crate) fn containing(part: &str) -> LikeExpr {
    let mut pattern = String::from("%");
    for character in part.chars() {
        if matches!(character, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern.push('%');
    LikeExpr::new(pattern).escape('\\')
}
