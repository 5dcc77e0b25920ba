namespace Market.Ledger.Reminders;

/// <summary>Why no reminder goes out.</summary>
public enum SkipReason
{
    /// <summary>The ladder has no step.</summary>
    NoLadder,

    /// <summary>The account is closed.</summary>
    Closed,

    /// <summary>No more than the threshold is owed.</summary>
    BelowThreshold,

    /// <summary>Once the announced payments arrive, no more than the threshold is owed of what the days of grace leave.</summary>
    PaymentAnnounced,

    /// <summary>No more than the threshold has been owed for as long as the grace days.</summary>
    InGrace,

    /// <summary>Somebody paused the member's reminders.</summary>
    Paused,

    /// <summary>The bank data is so old that the debt may be paid.</summary>
    BankDataOld,

    /// <summary>Nobody has said yet how recent the bank data is: the debt may be paid.</summary>
    BankDataUnknown,

    /// <summary>The coordinator has been told of this debt: it is theirs.</summary>
    HandedOver,

    /// <summary>As many mails as may go out for one debt have gone out.</summary>
    CapReached,

    /// <summary>Every step has been taken.</summary>
    LadderDone,

    /// <summary>The member does not want the mails that are not obligatory, and no other step is due.</summary>
    OptedOut,

    /// <summary>The member has no mail address, and no other step is due.</summary>
    NoAddress,

    /// <summary>The mail has failed for as long as the next step takes, and no other step is due.</summary>
    Undeliverable,

    /// <summary>The reminder that is to go out again is not the next step of the present debt.</summary>
    Overtaken,

    /// <summary>The next step is due on a later day.</summary>
    NotDue,

    /// <summary>The last mail is too recent.</summary>
    Cooldown,

    /// <summary>Nothing goes out on such a day.</summary>
    QuietDay,
}
