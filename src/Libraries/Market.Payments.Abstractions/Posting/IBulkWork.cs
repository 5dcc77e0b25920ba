namespace Market.Payments;

/// <summary>
/// For a unit of work that does much: what it holds is compared with the database at each question it asks, so that a thousand things done
/// in one take not twice but four times as long as five hundred.
/// </summary>
public interface IBulkWork
{
    /// <summary>
    /// Writes what the unit of work has done so far, in its transaction, and lets go of it. Called after every few things done; whatever was
    /// read or kept before is read again before it is kept or deleted.
    /// </summary>
    Task LetGoAsync();
}
