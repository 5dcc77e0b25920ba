namespace Market.Payments;

/// <summary>How recent what the market knows of its bank account is. Registered by a module that keeps the bank.</summary>
public interface IBankData
{
    /// <summary>The last day whose transfers are known to be recorded here; none where nobody has said so yet.</summary>
    Task<DateOnly?> GetLastDayAsync();
}
