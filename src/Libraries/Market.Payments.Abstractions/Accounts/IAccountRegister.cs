namespace Market.Payments;

/// <summary>
/// All client accounts, for whoever must know of every one or opens many. What it tells and does is in the unit of work that is under way:
/// accounts opened in it are told of, and are there if it commits.
/// </summary>
public interface IAccountRegister
{
    /// <summary>The longest name of a client, in characters.</summary>
    const int MaxNameLength = 120;

    /// <summary>Every account, closed ones too, by number. It is two questions to the database, and reads no operation.</summary>
    Task<IReadOnlyList<RegisteredAccount>> ListAsync();

    /// <summary>The first day on which an operation may be dated: none of a closed year or before the market's lock is open. None where every day is.</summary>
    Task<DateOnly?> FirstOpenDayAsync();

    /// <summary>Opens an account.</summary>
    /// <param name="name">The client's name, of at most <see cref="MaxNameLength"/> characters.</param>
    /// <param name="userId">The user who sees it, who has none yet; none for a client without a login.</param>
    /// <returns>The account's id.</returns>
    /// <exception cref="InvalidOperationException">The name or the user is refused; the log says why.</exception>
    Task<string> OpenAsync(string name, string? userId);
}

/// <summary>An account, open or closed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Number">Its number for people.</param>
/// <param name="Name">The client's name.</param>
/// <param name="UserId">The user who sees it, if the client has a login.</param>
/// <param name="IsOpen">Whether it takes operations.</param>
/// <param name="Operations">How many operations it has, which is the place of the last one.</param>
public sealed record RegisteredAccount(string Id, string Number, string Name, string? UserId, bool IsOpen, long Operations)
{
    /// <summary>The users beside the holder who see it: a household.</summary>
    public IReadOnlyList<string> FurtherUserIds { get; init; } = [];
}
