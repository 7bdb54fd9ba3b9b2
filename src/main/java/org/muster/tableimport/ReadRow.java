package org.muster.tableimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.muster.consultants.PoolMember;
import org.muster.tables.TableColumn;

/**
 * A row that was read.
 *
 * @param loose cells that were read by what they most likely mean
 * @param ambiguous amounts that were taken and could have been read otherwise
 * @param worded languages whose level was read out of a word, by what the cell says
 */
record ReadRow(ReadPerson person, List<Wrong> wrongs, Map<TableColumn, String> loose,
		Map<TableColumn, String> ambiguous, Map<String, Spoken> worded) {

	boolean isFatal() {
		return this.wrongs.stream().anyMatch(Wrong::fatal);
	}

	/**
	 * All that is wrong with the row, for a check as for the import itself.
	 * @param mailed who has the e-mail already, or {@code null} for nobody
	 * @param referenced who has the reference, or {@code null} for nobody
	 * @param usual what new people get whose row does not say it
	 */
	List<Wrong> wrongs(@Nullable PoolMember mailed, @Nullable PoolMember referenced, NewPeople usual) {
		List<Wrong> all = new ArrayList<>(this.wrongs);
		if (mailed != null && referenced != null && !mailed.reference().equals(referenced.reference())) {
			all.add(new Wrong(TableColumn.EMAIL, "email.other", this.person.email, true));
			return all;
		}
		PoolMember there = (referenced != null) ? referenced : mailed;
		if (isFatal(null) || there == null && isFatal(TableColumn.EMAIL)) {
			// Which cell holds what, or whose row it is, nobody knows.
			return all;
		}
		this.person.misfits(there, usual)
			.stream()
			.filter((misfit) -> !isFollowing(Objects.requireNonNull(misfit.field())))
			.forEach(all::add);
		return all;
	}

	private boolean isFatal(@Nullable TableColumn field) {
		return this.wrongs.stream().anyMatch((wrong) -> wrong.fatal() && wrong.field() == field);
	}

	/**
	 * Whether it is missing or does not fit because of a cell that could not be read.
	 */
	private boolean isFollowing(TableColumn field) {
		return isFatal(field) || field == TableColumn.TIME_ZONE && isFatal(TableColumn.COUNTRY);
	}

}
