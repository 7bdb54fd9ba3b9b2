package org.muster.proposals;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.calendar.DayCount;
import org.muster.calendar.Period;
import org.muster.forms.SheetExport;
import org.muster.forms.SheetExport.Column;
import org.muster.money.Money;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Proposals as a table that can be added up: net amounts with VAT beside them. Clients
 * get neither names of organisations nor margins.
 */
@Component
class ProposalExport {

	private final Proposals proposals;

	private final SheetExport export;

	private final MessageSource messages;

	ProposalExport(Proposals proposals, SheetExport export, MessageSource messages) {
		this.proposals = proposals;
		this.export = export;
		this.messages = messages;
	}

	private record Row(ProposalRow row, DayCount days, List<Period> dates, Margins.@Nullable Row total) {

		private @Nullable LocalDate first() {
			return this.dates.stream().map(Period::from).min(Comparator.naturalOrder()).orElse(null);
		}

		private @Nullable LocalDate last() {
			return this.dates.stream().map(Period::to).max(Comparator.naturalOrder()).orElse(null);
		}

		private @Nullable BigDecimal margin() {
			return (this.total != null) ? this.total.margin() : null;
		}

		private @Nullable BigDecimal marginPercent() {
			return (this.total != null) ? this.total.percent() : null;
		}

	}

	void write(HttpServletResponse response, String format, CurrentUser user, ManagedBy managed,
			Collection<ProposalStatus> statuses, String text) throws IOException {
		boolean staff = !user.isClient();
		this.export.write(response, "proposals", format, columns(staff),
				() -> SheetExport.byKey((last) -> read(staff, this.proposals.before((last != null) ? last.row() : null,
						user.organisationId(), managed, statuses, text, SheetExport.PAGE))));
	}

	private List<Row> read(boolean staff, List<ProposalRow> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		List<Long> ids = rows.stream().map(ProposalRow::id).toList();
		Map<Long, ProposalRevision> revisions = this.proposals.withLines(ids)
			.stream()
			.collect(Collectors.toMap(ProposalRevision::id, Function.identity()));
		this.proposals.withMonths(ids);
		if (staff) {
			this.proposals.withPayRates(ids);
		}
		return rows.stream().map((row) -> {
			ProposalRevision revision = Objects.requireNonNull(revisions.get(row.id()));
			return new Row(row, revision.days(), revision.lines().stream().map(ProposalLine::dates).toList(),
					staff ? Margins.total(revision) : null);
		}).toList();
	}

	private List<Column<Row>> columns(boolean staff) {
		List<Column<Row>> columns = new ArrayList<>();
		columns.add(of("web.export.reference", ProposalRow::reference));
		if (staff) {
			columns.add(of("accounts.organisation", ProposalRow::organisation));
			columns.add(of("accounts.organisation.manager", ProposalRow::accountManager));
		}
		columns.addAll(List.of(of("proposals.revision", ProposalRow::revision),
				of("web.state", (row) -> text("proposals.status." + row.status())),
				of("requests.request", ProposalRow::requestReference),
				of("requests.request.title", ProposalRow::requestTitle),
				of("proposals.net", (row) -> money(row, row.net())),
				of("proposals.vat", (row) -> money(row, row.vat())),
				of("proposals.gross", (row) -> money(row, row.total())),
				of("accounts.organisation.currency", ProposalRow::currency),
				new Column<>("proposals.line.days", (row) -> row.days().days()),
				new Column<>("proposals.export.first", Row::first), new Column<>("proposals.export.last", Row::last)));
		if (staff) {
			columns.add(new Column<>("proposals.export.margin", (row) -> money(row.row(), row.margin())));
			columns.add(new Column<>("proposals.export.margin.percent", Row::marginPercent));
		}
		columns.addAll(
				List.of(of("proposals.validUntil", ProposalRow::validUntil), of("web.export.by", ProposalRow::statusBy),
						of("web.export.at", (row) -> row.statusAt().truncatedTo(ChronoUnit.SECONDS))));
		return columns;
	}

	private static @Nullable Money money(ProposalRow row, @Nullable BigDecimal amount) {
		return (amount != null) ? Money.of(amount, row.currency()) : null;
	}

	private static Column<Row> of(String heading, Function<ProposalRow, @Nullable Object> value) {
		return new Column<>(heading, (row) -> value.apply(row.row()));
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
