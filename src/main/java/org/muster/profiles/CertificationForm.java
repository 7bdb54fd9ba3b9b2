package org.muster.profiles;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.DateText;
import org.muster.forms.Typed;

import org.springframework.validation.BindingResult;

/** A certification as an account manager types it. */
public record CertificationForm(@NotBlank @Size(max = 120) String name, @NotBlank @Size(max = 120) String issuer,
		@Nullable @DateText String obtainedOn, @Nullable @DateText String expiresOn) {

	static CertificationForm empty() {
		return new CertificationForm("", "", "", "");
	}

	void check(BindingResult binding) {
		LocalDate obtained = Typed.date(this.obtainedOn);
		LocalDate expires = Typed.date(this.expiresOn);
		if (obtained != null && expires != null && expires.isBefore(obtained)) {
			binding.rejectValue("expiresOn", "forms.dates.reversed");
		}
	}

	Certification certification(long consultantId) {
		return new Certification(consultantId, Typed.text(this.name), Typed.text(this.issuer),
				Typed.date(this.obtainedOn), Typed.date(this.expiresOn));
	}

}
