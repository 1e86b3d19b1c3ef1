long sum_of_squares(const int *numbers, int count)
{
    long sum = 0;
    for (int i = 0; i < count; i++) sum += numbers[i] * numbers[i];
    return sum;
}
