using Market.Ledger.Reminders;
using Market.Payments.Reminders.Models;
using Market.Payments.Reminders.Sending;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Reminders.Mails;

/// <summary>Says to people what goes out, and why not.</summary>
public sealed class ReminderWords(IStringLocalizer<ReminderWords> S)
{
    public string Step(int step) => step == ReminderLadder.DigestStep ? S["Digest"] : S["Reminder {0}", step];

    public string State(ReminderRecord record, DateTime utcNow)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.State switch
        {
            ReminderState.Sent => S["sent"],
            ReminderState.Failed => S["failed"],
            _ when ReminderClaims.IsUncertain(record, utcNow) => S["sent or not: unknown"],
            _ => S["being sent"],
        };
    }

    /// <summary>One sentence.</summary>
    public string Decision(ReminderDecision? decision) => decision switch
    {
        ReminderDecision.Send send => S["Reminder {0} goes out.", send.Mail],
        ReminderDecision.Digest => S["Goes into the digest for the coordinators."],
        ReminderDecision.Skip { Until: { } until } skip => S["{0} Not before {1}.", Reason(skip.Reason), until.InWords()],
        ReminderDecision.Skip skip => Reason(skip.Reason),
        _ => S["There is no such account."],
    };

    private string Reason(SkipReason reason) => reason switch
    {
        SkipReason.NoLadder => S["The ladder has no step: see the settings of reminders."],
        SkipReason.Closed => S["The account is closed."],
        SkipReason.BelowThreshold => S["No more than the threshold is owed."],
        SkipReason.PaymentAnnounced => S["An announced payment covers the debt."],
        SkipReason.InGrace => S["The debt is within the days of grace."],
        SkipReason.Paused => S["Reminders are paused for this member."],
        SkipReason.BankDataOld => S["The bank data is too old: the debt may be paid."],
        SkipReason.BankDataUnknown => S["Nobody has said yet up to which day transfers are recorded (Clients → Bank): the debt may be paid."],
        SkipReason.HandedOver => S["The coordinators have been told of this debt."],
        SkipReason.CapReached => S["As many mails as may go out for one debt have gone out."],
        SkipReason.LadderDone => S["Every step has been taken for this debt."],
        SkipReason.OptedOut => S["The member wants the obligatory reminders only."],
        SkipReason.NoAddress => S["The member has no mail address."],
        SkipReason.Undeliverable => S["The mail could not be sent for so long that it is passed over."],
        SkipReason.Overtaken => S["It is not the next step of what is owed now."],
        SkipReason.NotDue => S["The next step is not due yet."],
        SkipReason.Cooldown => S["The last mail is too recent."],
        SkipReason.QuietDay => S["Nothing goes out on a day like today."],
        _ => throw new InvalidOperationException($"No words for {reason}."),
    };
}
