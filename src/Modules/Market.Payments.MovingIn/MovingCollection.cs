namespace Market.Payments.MovingIn;

public static class MovingCollection
{
    public const string Name = "MovingIn";
}
