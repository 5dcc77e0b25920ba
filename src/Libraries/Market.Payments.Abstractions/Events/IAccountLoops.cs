namespace Market.Payments;

/// <summary>Tells which workflows go through accounts and how far they are, as their last batch was committed. Registered where workflows are on.</summary>
public interface IAccountLoops
{
    /// <summary>The loops that are not done, the oldest first.</summary>
    /// <param name="withActivity">The technical name of an activity that the workflow has, like the one that sends reminders; any workflow where none is given.</param>
    Task<IReadOnlyList<AccountLoop>> ListRunningAsync(string? withActivity = null);

    /// <summary>The workflows that a fault ended and that are still kept, the newest first.</summary>
    /// <param name="withActivity">The technical name of an activity that the workflow has.</param>
    Task<IReadOnlyList<BrokenLoop>> ListBrokenAsync(string withActivity);
}
