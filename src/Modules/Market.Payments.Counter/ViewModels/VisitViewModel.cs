namespace Market.Payments.Counter.ViewModels;

/// <summary>What a receipt of a visit would say.</summary>
public class VisitViewModel
{
    public string EntryId { get; set; } = string.Empty;

    /// <summary>The receipt that the entry is on; none where it is on none.</summary>
    public long? Number { get; set; }

    /// <summary>The money that it would be for: method and amount.</summary>
    public IReadOnlyList<(string Method, string Amount)> Lines { get; set; } = [];

    /// <summary>The packaging on deposit that it would name, and what it costs.</summary>
    public IReadOnlyList<(string Words, string Cost)> Deposits { get; set; } = [];
}
