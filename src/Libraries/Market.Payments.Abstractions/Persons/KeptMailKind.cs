namespace Market.Payments;

/// <summary>A kind of mail whose choice is kept with the member's login.</summary>
/// <param name="choices">Where it is kept.</param>
public abstract class KeptMailKind(IMailChoices choices) : IMailKind
{
    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public abstract string Label { get; }

    /// <inheritdoc/>
    public abstract string Purpose { get; }

    /// <inheritdoc/>
    public virtual bool IsObligatory => false;

    /// <inheritdoc/>
    public virtual bool IsOfAccount => false;

    /// <summary>Whether it is sent to who has not chosen; only to who asked for it, where not.</summary>
    protected virtual bool IsWantedUnlessSaid => true;

    /// <inheritdoc/>
    public async Task<bool> IsWantedAsync(string accountId, string userId) =>
        IsObligatory || (await choices.FindAsync(userId, Name) ?? IsWantedUnlessSaid);

    /// <inheritdoc/>
    public Task ChooseAsync(string accountId, string userId, bool wanted) => IsObligatory ? Task.CompletedTask : choices.KeepAsync(userId, Name, wanted);
}
