package org.muster.profiles;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.muster.forms.DateText;
import org.muster.forms.Inputs;

import org.springframework.validation.BindingResult;

/** A certification as an account manager types it. */
public record CertificationForm(@NotBlank @Size(max = 120) String name, @NotBlank @Size(max = 120) String issuer,
		@Nullable @DateText String obtainedOn, @Nullable @DateText String expiresOn) {

	static CertificationForm empty() {
		return new CertificationForm("", "", "", "");
	}

	void check(BindingResult binding) {
		LocalDate obtained = Inputs.date(this.obtainedOn);
		LocalDate expires = Inputs.date(this.expiresOn);
		if (obtained != null && expires != null && expires.isBefore(obtained)) {
			binding.rejectValue("expiresOn", "forms.dates.reversed");
		}
	}

	Certification certification(long consultantId) {
		return new Certification(consultantId, Inputs.text(this.name), Inputs.text(this.issuer),
				Inputs.date(this.obtainedOn), Inputs.date(this.expiresOn));
	}

}
