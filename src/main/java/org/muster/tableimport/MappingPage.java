package org.muster.tableimport;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.muster.tables.DateOrder;
import org.muster.tables.TableColumn;
import org.muster.uploads.Encoding;
import org.muster.uploads.Unreadable;
import org.muster.vocabulary.Employment;
import org.muster.vocabulary.Seniority;
import org.muster.vocabulary.WorkMode;

import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;

/** The page on which somebody says what the columns of a table are. */
@Component
class MappingPage {

	private final TableCheck check;

	private final TablePreviews previews;

	private final TableRows rows;

	private final MessageSource messages;

	MappingPage(TableCheck check, TablePreviews previews, TableRows rows, MessageSource messages) {
		this.check = check;
		this.previews = previews;
		this.rows = rows;
		this.messages = messages;
	}

	/** As the headings say it. */
	ModelAndView guessed(PoolImport table, Model model, HttpStatus status) throws IOException {
		List<@Nullable TableColumn> guesses = TableColumn.guess(table.headings());
		int dates = guesses.indexOf(TableColumn.AVAILABLE_FROM);
		return mapping(table, guesses, table.dateOrder((dates >= 0) ? (Integer) dates : null), model, status);
	}

	ModelAndView mapping(PoolImport table, List<@Nullable TableColumn> chosen, @Nullable DateOrder order, Model model,
			HttpStatus status) throws IOException {
		List<String> doubts = this.check.doubts(table, chosen);
		model.addAttribute("doubts", doubts);
		model.addAttribute("needed",
				RowReader.neededOfNew(MappingForm.columns(chosen).keySet())
					.stream()
					.map((field) -> message("imports.field." + field))
					.toList());
		model.addAttribute("doubt", doubts(doubts));
		model.addAttribute("currency", this.rows.currency());
		model.addAttribute("chosen", chosen);
		model.addAttribute("order", order);
		model.addAttribute("fields", TableColumn.values());
		model.addAttribute("seniorities", Seniority.values());
		model.addAttribute("employments", Employment.values());
		model.addAttribute("modes", WorkMode.values());
		model.addAttribute("encodings", Encoding.OFFERED);
		model.addAttribute("preview", this.previews.of(table, chosen, order));
		return new ModelAndView("tableimport/mapping", model.asMap(), status);
	}

	private String message(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

	/** What somebody confirms with a tick: these doubts, and no others. */
	static String doubts(List<String> doubts) {
		return String.join(" · ", doubts).strip();
	}

	/** Says why a file cannot be read. */
	static void refuse(Unreadable ex, Model model) {
		model.addAttribute("problem", ex.key());
		model.addAttribute("problemArguments", ex.arguments().toArray());
	}

	/** To the page of a table. */
	static ModelAndView redirect(String reference) {
		return new ModelAndView("redirect:/admin/consultants/imports/" + reference);
	}

}
