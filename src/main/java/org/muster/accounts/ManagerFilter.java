package org.muster.accounts;

import java.util.List;

import org.muster.forms.UnknownFilters;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The filter of lists by account manager, as controllers read it and pages offer it.
 * Clients have none.
 */
@Component
public class ManagerFilter {

	private final Accounts accounts;

	ManagerFilter(Accounts accounts) {
		this.accounts = accounts;
	}

	/**
	 * @param typed as the address says it; whom it does not know is not looked for
	 */
	public ManagedBy read(String typed, CurrentUser user) {
		return (user.isClient() || typed.isBlank()) ? ManagedBy.ANYBODY : of(typed, user, this.accounts.staff());
	}

	/** Reads it and puts it on the page, with those who can be chosen. */
	public ManagedBy show(String typed, CurrentUser user, Model model) {
		if (user.isClient()) {
			return ManagedBy.ANYBODY;
		}
		List<Account> staff = this.accounts.staff();
		ManagedBy managed = of(typed, user, staff);
		model.addAttribute("manager", managed.typed());
		model.addAttribute("managers", staff.stream().filter((one) -> one.id() != user.id()).toList());
		return managed;
	}

	private static ManagedBy of(String typed, CurrentUser user, List<Account> staff) {
		String name = typed.strip();
		if (name.equals(ManagedBy.NONE)) {
			return ManagedBy.NOBODY;
		}
		if (name.equals(ManagedBy.MINE) || name.equals(String.valueOf(user.id()))) {
			return ManagedBy.me(user);
		}
		return staff.stream()
			.filter((one) -> name.equals(String.valueOf(one.id())))
			.findFirst()
			.map(ManagedBy::one)
			.orElseGet(() -> {
				UnknownFilters.note(name);
				return ManagedBy.ANYBODY;
			});
	}

}
