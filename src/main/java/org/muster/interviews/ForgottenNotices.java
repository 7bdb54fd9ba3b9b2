package org.muster.interviews;

import org.muster.notifications.Notifications;
import org.muster.personaldata.ConsultantErased;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Notifications tell of people by name: of interviews, and of who is engaged elsewhere.
 */
@Component
class ForgottenNotices {

	private final Notifications notifications;

	ForgottenNotices(Notifications notifications) {
		this.notifications = notifications;
	}

	@EventListener
	void erased(ConsultantErased event) {
		this.notifications.forget(event.consultantId(), event.name(), event.neutralName());
	}

}
