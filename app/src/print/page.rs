//! A document on its page: an A4 sheet on the screen, the same on paper. What leads back and away stays off the paper.

use leptos::prelude::*;
use leptos_meta::Title;

use super::{
    paper::{Block, Column, Fact, Paper, Printed, Row, Signature, Table, Text},
    words,
};
use crate::{
    error::AppError,
    print_button::PrintButton,
    ui::{
        form::LinkButton,
        icon::Icon,
        language,
        page::{in_tab, page},
    },
};

/// A page that is a document.
pub(super) fn printed(load: impl Future<Output = Result<Printed, AppError>> + Send + 'static) -> impl IntoView {
    page(async move {
        let printed = load.await?;
        Ok(view! { <Document printed=printed /> }.into_any())
    })
}

#[component]
pub fn Document(printed: Printed) -> AnyView {
    let language = language();
    let Printed { paper, back, docx } = printed;
    let docx =
        (!docx.is_empty()).then(|| view! { <LinkButton href=docx label=words::docx(language) icon=Icon::Export /> });
    view! {
        <Title text=in_tab(&paper.title) />
        <div class="paper-desk">
            <nav class="paper-bar" aria-label=words::bar(language)>
                <LinkButton href=back label=words::back(language) icon=Icon::Back />
                {docx}
                <PrintButton label=words::print(language).to_owned() />
                <p class="soft">{words::print_hint(language)}</p>
            </nav>
            <Sheet paper=paper />
        </div>
    }
    .into_any()
}

#[component]
pub fn Sheet(paper: Paper) -> AnyView {
    let Paper { shape, office, title, number, blocks, made } = paper;
    let number = (!number.is_empty()).then(|| view! { <p class="paper-number">{number}</p> });
    let blocks = blocks.into_iter().map(block).collect_view();
    let lang = office.lang();
    view! {
        <main id="main" class=shape.class()>
            <header class="paper-head">
                <p class="paper-office" lang=lang>
                    {office.words}
                </p>
                <h1>{title}</h1>
                {number}
            </header>
            {blocks}
            <footer class="paper-made">{made}</footer>
        </main>
    }
    .into_any()
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Addressee(text) => paragraph("paper-addressee", text),
        Block::Paragraph(text) => paragraph("paper-words", text),
        Block::Note(text) => paragraph("paper-note", text),
        Block::Heading(text) => {
            let lang = text.lang();
            view! { <h2 lang=lang>{text.words}</h2> }.into_any()
        }
        Block::Facts(facts) => {
            let facts = facts.into_iter().map(fact).collect_view();
            view! { <dl class="paper-facts">{facts}</dl> }.into_any()
        }
        Block::Table(of) => table(of),
        Block::Opinion { title, words, signature } => {
            let lang = words.lang();
            view! {
                <section class="paper-opinion">
                    <h2>{title}</h2>
                    <p class="pre" lang=lang>
                        {words.words}
                    </p>
                    {signed(signature)}
                </section>
            }
            .into_any()
        }
        Block::Signatures(all) => {
            let all = all.into_iter().map(signed).collect_view();
            view! { <div class="paper-signatures">{all}</div> }.into_any()
        }
        Block::Signed { by, seal, on } => {
            let lang = by.lang();
            view! {
                <div class="paper-signed">
                    <p>
                        <span lang=lang>{by.words}</span>
                        {seal}
                    </p>
                    <p>{on}</p>
                </div>
            }
            .into_any()
        }
    }
}

fn paragraph(class: &'static str, text: Text) -> AnyView {
    let lang = text.lang();
    view! {
        <p class=class lang=lang>
            {text.words}
        </p>
    }
    .into_any()
}

fn fact(fact: Fact) -> AnyView {
    let Fact { term, value, wide } = fact;
    let lang = value.lang();
    view! {
        <div class=if wide { "wide" } else { "" }>
            <dt>{term}</dt>
            <dd class="pre" lang=lang>
                {value.words}
            </dd>
        </div>
    }
    .into_any()
}

fn signed(signature: Signature) -> AnyView {
    let Signature { label, by, on } = signature;
    let lang = by.lang();
    view! {
        <div class="paper-signature">
            <p>{label}</p>
            <p lang=lang>{by.words}</p>
            <p class="paper-day">{on}</p>
        </div>
    }
    .into_any()
}

/// On a wide screen a table scrolls within itself where it is wider than the sheet; on a phone its rows are cards.
fn table(table: Table) -> AnyView {
    let Table { caption, columns, rows } = table;
    let (label, across) = (caption.clone(), columns.len());
    let of_cells: Vec<(String, bool)> = columns.iter().map(|column| (column.label.clone(), column.numeric)).collect();
    let head = |Column { label, numeric }: Column| {
        view! {
            <th scope="col" class=numeric.then_some("number")>
                {label}
            </th>
        }
    };
    let cell = |(text, (label, numeric)): (Text, &(String, bool))| {
        let lang = text.lang();
        view! {
            <td class=numeric.then_some("number") lang=lang data-label=label.clone()>
                {text.words}
            </td>
        }
    };
    let row = |row: Row| match row {
        Row::Section(text) => {
            let lang = text.lang();
            view! {
                <tr class="paper-section">
                    <th scope="colgroup" colspan=across lang=lang>
                        {text.words}
                    </th>
                </tr>
            }
            .into_any()
        }
        Row::Cells(cells) => view! { <tr>{cells.into_iter().zip(&of_cells).map(cell).collect_view()}</tr> }.into_any(),
    };
    let head = columns.into_iter().map(head).collect_view();
    let body = rows.into_iter().map(row).collect_view();
    view! {
        <div class="paper-box" role="region" aria-label=label tabindex="0">
            <table class="paper-table">
                <caption class="read-only">{caption}</caption>
                <thead>
                    <tr>{head}</tr>
                </thead>
                <tbody>{body}</tbody>
            </table>
        </div>
    }
    .into_any()
}
