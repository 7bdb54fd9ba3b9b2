package org.muster.proposals;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.ManagedBy;
import org.muster.exports.SheetExport;
import org.muster.exports.SheetExport.Column;
import org.muster.money.Money;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Proposals as a table that can be added up: net amounts with VAT beside them. Clients
 * get neither names of organisations nor margins.
 */
@Component
class ProposalExport {

	private final AllProposals proposals;

	private final ExportedLines lines;

	private final SheetExport export;

	private final MessageSource messages;

	ProposalExport(AllProposals proposals, ExportedLines lines, SheetExport export, MessageSource messages) {
		this.proposals = proposals;
		this.lines = lines;
		this.export = export;
		this.messages = messages;
	}

	private record Row(ExportedProposal row, ExportedLines.Sum lines) {

		private @Nullable LocalDate first() {
			return (this.lines.dates() != null) ? this.lines.dates().from() : null;
		}

		private @Nullable LocalDate last() {
			return (this.lines.dates() != null) ? this.lines.dates().to() : null;
		}

		private @Nullable BigDecimal margin() {
			return (this.lines.total() != null) ? this.lines.total().margin() : null;
		}

		private @Nullable BigDecimal marginPercent() {
			return (this.lines.total() != null) ? this.lines.total().percent() : null;
		}

	}

	void write(HttpServletResponse response, String format, CurrentUser user, ManagedBy managed,
			Collection<ProposalStatus> statuses, String text) throws IOException {
		boolean staff = !user.isClient();
		this.export.write(response, "proposals", format, columns(staff),
				() -> SheetExport.byKey((last) -> read(staff, this.proposals.before((last != null) ? last.row() : null,
						user.viewer(), managed, statuses, text, SheetExport.PAGE))));
	}

	private List<Row> read(boolean staff, List<ExportedProposal> rows) {
		if (rows.isEmpty()) {
			return List.of();
		}
		Map<Long, ExportedLines.Sum> sums = this.lines.sums(rows, staff);
		return rows.stream().map((row) -> new Row(row, Objects.requireNonNull(sums.get(row.id())))).toList();
	}

	private List<Column<Row>> columns(boolean staff) {
		List<Column<Row>> columns = new ArrayList<>();
		columns.add(of("web.export.reference", ExportedProposal::reference));
		if (staff) {
			columns.add(of("accounts.organisation", ExportedProposal::organisation));
			columns.add(of("accounts.organisation.manager", ExportedProposal::accountManager));
		}
		columns.addAll(List.of(of("proposals.revision", ExportedProposal::revision),
				of("web.state", (row) -> text("proposals.status." + row.status())),
				of("requests.request", ExportedProposal::requestReference),
				of("requests.request.title", ExportedProposal::requestTitle),
				of("proposals.net", (row) -> money(row, row.net())),
				of("proposals.vat", (row) -> money(row, row.vat())),
				of("proposals.gross", (row) -> money(row, row.total())),
				of("accounts.organisation.currency", ExportedProposal::currency),
				new Column<>("proposals.line.days", (row) -> row.lines().days().days()),
				new Column<>("proposals.export.first", Row::first), new Column<>("proposals.export.last", Row::last)));
		if (staff) {
			columns.add(new Column<>("proposals.export.margin", (row) -> money(row.row(), row.margin())));
			columns.add(new Column<>("proposals.export.margin.percent", Row::marginPercent));
		}
		columns.addAll(List.of(of("proposals.validUntil", ExportedProposal::validUntil),
				of("web.export.by", ExportedProposal::statusBy),
				of("web.export.at", (row) -> row.statusAt().truncatedTo(ChronoUnit.SECONDS))));
		return columns;
	}

	private static @Nullable Money money(ExportedProposal row, @Nullable BigDecimal amount) {
		return (amount != null) ? Money.of(amount, row.currency()) : null;
	}

	private static Column<Row> of(String heading, Function<ExportedProposal, @Nullable Object> value) {
		return new Column<>(heading, (row) -> value.apply(row.row()));
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
