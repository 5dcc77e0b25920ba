namespace Market.Ledger.Online;

/// <summary>What a statement says about the operations of online payments.</summary>
public interface IOnlineWords
{
    /// <summary>The note of an operation that is posted; none where its title says enough.</summary>
    string? NoteOf(OnlinePayment payment, OnlineEntry entry);

    /// <summary>The note of a payment that is announced; none where its title says enough.</summary>
    string? NoteOf(OnlinePayment payment);

    /// <summary>Why an operation is dated on a later day than the provider's: that one is closed.</summary>
    string WhyMoved(DateOnly day);

    /// <summary>Why an operation is taken back.</summary>
    string WhyReversed(string entryKey);

    /// <summary>Why an announced payment is awaited no more.</summary>
    string WhyCancelled(OnlineOutcome outcome);
}
